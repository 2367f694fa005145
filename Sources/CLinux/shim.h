// System calls that glibc declares for _GNU_SOURCE only, which Swift's Glibc module does not set.
#ifdef __linux__
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
int syncfs(int fd);
#endif
