#include "file_identity.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool rename_to_new(const char *from, const char *to) {
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
  // Where the file system cannot do it in one step: a second name, then none of the first.
  if (link(from, to) == 0) return unlink(from) == 0;
  if (errno == EEXIST) return false;
  // Nor has it second names: the new one is taken by an empty file first.
  int file = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return false;
  close(file);
  if (rename(from, to) == 0) return true;
  int reason = errno;
  unlink(to);
  errno = reason;
  return false;
}
