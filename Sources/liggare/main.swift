import CMemory
import Glibc
import LiggareCLI

cmemory_take_large_pieces()
exit(Liggare.runProcess())
