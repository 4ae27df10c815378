import CommandArguments
import Glibc
import LiggareCLI

exit(Liggare.run(in: .process()))
