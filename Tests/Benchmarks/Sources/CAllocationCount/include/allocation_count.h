#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

// Blocks of memory that the calling thread has asked for since it began: malloc, calloc, realloc and the aligned forms.
unsigned long allocation_count(void);

#endif
