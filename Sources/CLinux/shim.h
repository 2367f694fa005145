// System calls that glibc declares for _GNU_SOURCE only, which Swift's Glibc module does not set.
#ifdef __linux__
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
int syncfs(int fd);

// malloc.h, which that module leaves out.
int mallopt(int param, int value);
enum { M_TRIM_THRESHOLD = -1, M_TOP_PAD = -2, M_MMAP_THRESHOLD = -3 };
#endif
