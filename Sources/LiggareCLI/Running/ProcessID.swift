import Glibc

/// The number of this process, for the name of the lock's holder.
func processID() -> Int32 { getpid() }
