// What Linux can do with files and Swift's view of its library leaves out.
#ifndef FILE_IDENTITY_H
#define FILE_IDENTITY_H

#include <stdbool.h>
#include <stdint.h>

// The device and the number of the file at a path: they tell files apart, whatever their names, without asking when they
// were written. Kernels since 6.13 note that somebody has asked; then the next write into a file changes its entry on the
// disk too, and who waits for that write waits half as long again. False where there is no file.
bool file_identity(const char *path, uint64_t *device, uint64_t *number);

// The same, with the size and the time of the last write in nanoseconds since 1970: for files that nobody waits to write.
struct file_stamp {
  uint64_t device;
  uint64_t number;
  uint64_t size;
  int64_t written;
};

bool file_stamp_of(const char *path, struct file_stamp *stamp);

// Gives a file another name, unless that is taken: false with EEXIST then. On a file system that has neither a rename on
// condition nor hard links an empty file of the new name is there for an instant.
bool rename_to_new(const char *from, const char *to);

#endif
