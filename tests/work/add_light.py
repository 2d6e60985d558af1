"""`add_light.py CASE SOURCES JOBS`: add sources with the light reader; run by the test that kills it."""

import sys

from light import Light

from testigo.work.case import Case

if __name__ == "__main__":
    with Case(sys.argv[1]) as case:
        case.add(sys.argv[2], Light(), jobs=int(sys.argv[3]))
