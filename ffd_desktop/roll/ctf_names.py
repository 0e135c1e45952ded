"""The names of a Common Transfer File that this program reads, each with its number.

What stands under any other name is neither kept nor looked into: a roll holds no more of a child
than a referral may need. Rows in vaults hold the numbers, so a name is only ever put at the end.
The last line holds names of our own, for what only tables say and for leavers who are kept.
"""

from __future__ import annotations

from typing import Final

_READ: Final = """
    upn formerupn uniquelearnernumber surname forename middlenames dob sex gender email title
    preferredsurname preferredforename formersurname formerforename
    basicdetails ncyearactual ethnicity ethnicitysource religion suppinfo
    languages type languagetype language servicechild medicalflag disabilities disability
    enrolstatus
    address addresslines addressline1 addressline2 addressline3 addressline4 addressline5
    addressaspupil
    bs7666address saon paon street locality town posttown administrativearea
    uniquepropertyreferencenumber county country postcode zip
    phones phone telephonetype phoneno
    contacts contact order relationship responsibility courtorder
    lookedafter incare careauthority
    fsmhistory fsminstance fsmstartdate fsmenddate
    senhistory sen senprovision startdate enddate
    senneeds senneed sentype sentyperank needstartdate needenddate
    attendance yeardata year sessionspossible sessionsattended sessionsauthorised
    sessionsunauthorised
    schoolhistory school schoolname lea estab entrydate leavingdate leavingreason
    stageassessments nawdetails
    ctfpupildata pupil header documentname ctfversion datetime documentqualifier datadescriptor
    supplierid
    sourceschool destschool urn academicyear
    admissionnumber leftroll
"""

NUMBERS: Final = {name: number for number, name in enumerate(_READ.split(), start=1)}
NAMES: Final = {number: name for name, number in NUMBERS.items()}
