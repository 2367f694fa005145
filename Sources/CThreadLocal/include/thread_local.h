// A variable of each thread, which Swift has none of: pthread_getspecific(3) takes longer than the rest of
// an allocation, and the parser of Markdown allocates 1,300 times for a page.
extern _Thread_local void *imprint_parser_memory_of_thread;

static inline void **imprint_parser_memory(void) {
  return &imprint_parser_memory_of_thread;
}
