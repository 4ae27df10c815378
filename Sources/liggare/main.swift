import Glibc
import LiggareCLI

exit(Liggare.runProcess())
