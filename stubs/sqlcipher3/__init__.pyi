# sqlcipher3 gives the names of dbapi2 at its root as well; see dbapi2.pyi.

from sqlcipher3.dbapi2 import *
