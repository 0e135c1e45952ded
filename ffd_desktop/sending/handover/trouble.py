"""What can be wrong with a package or a receipt, in words. Says first what became of the vault."""

from __future__ import annotations

from ffd_desktop.problems import ProblemForPerson

_ASK_AGAIN = "Ask whoever sent it to save the package again and to send you that one."


def unknown() -> ProblemForPerson:
    """The file is something else."""
    return ProblemForPerson(
        "This is not a package of FFD Desktop. Nothing was changed.",
        "Choose the file that ends in .ffd. A PDF or a letter is added to a draft as a document.",
        "package_unknown",
    )


def too_new() -> ProblemForPerson:
    """A newer program made it."""
    return ProblemForPerson(
        "This package was made by a newer version of the program. Nothing was changed.",
        "Update FFD Desktop on this computer, then open it again.",
        "package_too_new",
    )


def wrong_passphrase() -> ProblemForPerson:
    """Another passphrase opens it."""
    return ProblemForPerson(
        "That is not the passphrase of this package. Nothing was changed.",
        "Have it said to you again, figure by figure. Gaps do not matter.",
        "package_passphrase",
    )


def damaged() -> ProblemForPerson:
    """Its bytes are not those that were written, or not all of them."""
    return ProblemForPerson(
        "The package is damaged, or not all of it is here. Nothing of it was taken in.",
        _ASK_AGAIN,
        "package_damaged",
    )


def misshapen() -> ProblemForPerson:
    """What is inside is genuine and still not a package as it should be."""
    return ProblemForPerson(
        "The package opens, but what is inside is not as this program knows it. "
        "Nothing of it was taken in.",
        _ASK_AGAIN,
        "package_misshapen",
    )


def too_large() -> ProblemForPerson:
    """It is larger than a package may be."""
    return ProblemForPerson(
        "The package is too large to be opened. Nothing of it was taken in.",
        "Take large documents out and send them by another way.",
        "package_too_large",
    )


def here_already() -> ProblemForPerson:
    """It was taken in before, or comes from this vault."""
    return ProblemForPerson(
        "What is in this package is in this vault already. Nothing was changed.",
        "Look for its reference on the shelf, also among the archived ones.",
        "package_here",
    )


def destroyed_here() -> ProblemForPerson:
    """A record that was destroyed in this vault does not come back by itself."""
    return ProblemForPerson(
        "This record was in this vault and was destroyed. Nothing was changed.",
        "Ask whoever destroyed it why. The package itself is as it was.",
        "package_destroyed",
    )


def no_receipt() -> ProblemForPerson:
    """The file is no receipt."""
    return ProblemForPerson(
        "This is not a receipt for a package. Nothing was noted.",
        "Choose the file that the other school sent back.",
        "receipt_unknown",
    )


def not_our_receipt() -> ProblemForPerson:
    """It confirms a package that was not packed here, or not by whoever opened it."""
    return ProblemForPerson(
        "This receipt is for no package of this vault, or it was changed. Nothing was noted.",
        "Ask the other school for the receipt of the package that you sent them.",
        "receipt_not_ours",
    )


def not_ours_to_send() -> ProblemForPerson:
    """A record of another school is theirs to send."""
    return ProblemForPerson(
        "This record came from another school, which was to send it. Nothing was sent.",
        "If the council has to know something new, copy it as a new referral and say so there.",
        "received_not_ours",
    )


def not_ours_to_change() -> ProblemForPerson:
    """A record of another school stays theirs."""
    return ProblemForPerson(
        "This record came from another school and stays as they sealed it. Nothing was sealed.",
        "Copy it as a new referral, and write there what is new.",
        "received_not_ours",
    )


def not_received() -> ProblemForPerson:
    """There is nothing to confirm."""
    return ProblemForPerson(
        "This did not come in a package, so there is nothing to confirm. Nothing was written.",
        "Choose what you took in from a package.",
        "not_received",
    )
