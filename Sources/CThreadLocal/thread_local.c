#include "thread_local.h"

_Thread_local void *imprint_parser_memory_of_thread;
