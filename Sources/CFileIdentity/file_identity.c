#include "file_identity.h"

#include <fcntl.h>
#include <sys/stat.h>

bool file_identity(const char *path, uint64_t *device, uint64_t *number) {
  struct statx file;
  if (statx(AT_FDCWD, path, AT_STATX_DONT_SYNC, STATX_INO, &file) != 0) return false;
  *device = (uint64_t)file.stx_dev_major << 32 | file.stx_dev_minor;
  *number = file.stx_ino;
  return true;
}

bool file_stamp_of(const char *path, struct file_stamp *stamp) {
  struct statx file;
  if (statx(AT_FDCWD, path, AT_STATX_DONT_SYNC, STATX_INO | STATX_SIZE | STATX_MTIME, &file) != 0) return false;
  stamp->device = (uint64_t)file.stx_dev_major << 32 | file.stx_dev_minor;
  stamp->number = file.stx_ino;
  stamp->size = file.stx_size;
  stamp->written = (int64_t)file.stx_mtime.tv_sec * 1000000000 + file.stx_mtime.tv_nsec;
  return true;
}
