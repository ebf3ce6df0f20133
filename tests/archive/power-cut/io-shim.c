/*
 * Stands between a process and libc (LD_PRELOAD) and does two things with the files below one folder:
 *
 *   KEDANG_IO_LOG   records every write, truncation, synchronisation and change of a directory, in order, with its data;
 *   a control path  makes the k-th write from then on, and with STAY all after it, fail: opening the path
 *                   kedang-io-fail:K:ONCE|STAY:EIO|ENOSPC arms it, K = 0 disarms it.
 *
 * A record is: operation (1 byte), file number (4), offset (8), length (4), data. Numbers are little endian. Files are
 * numbered as they are met; the record 'P' gives a number its path. Only files whose path contains KEDANG_IO_ONLY fail.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define MOST_DESCRIPTORS 65536

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static const char *root;
static const char *only;
static long fail_at, writes_seen;
static int fail_stays, fail_errno = EIO;
static char *paths[MOST_FILES];
static int path_count;
static int file_of[MOST_DESCRIPTORS]; /* file number + 1 */

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t log_all(const void *bytes, size_t count) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  const char *at = bytes;
  while (count > 0) {
    ssize_t done = real(log_fd, at, count);
    if (done <= 0) abort();
    at += done;
    count -= (size_t)done;
  }
  return 0;
}

static void record(char operation, int file, uint64_t offset, const void *data, uint32_t length) {
  if (log_fd < 0) return;
  unsigned char head[17];
  uint32_t number = (uint32_t)file;
  head[0] = (unsigned char)operation;
  memcpy(head + 1, &number, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  log_all(head, sizeof head);
  if (length > 0) log_all(data, length);
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("KEDANG_IO_ROOT");
  only = getenv("KEDANG_IO_ONLY");
  const char *log = getenv("KEDANG_IO_LOG");
  if (log) {
    static int (*real)(const char *, int, ...);
    real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
    log_fd = real(log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  }
  unsetenv("LD_PRELOAD");
}

/* The number of a path below the folder, or -1. Called under the lock. */
static int number_of(const char *path) {
  if (!root || !path || strncmp(path, root, strlen(root)) != 0) return -1;
  for (int i = 0; i < path_count; i++)
    if (strcmp(paths[i], path) == 0) return i;
  if (path_count == MOST_FILES) abort();
  paths[path_count] = strdup(path);
  record('P', path_count, 0, path, (uint32_t)strlen(path));
  return path_count++;
}

/* Whether this is the control path; arms or disarms the failing. */
static int is_control(const char *path) {
  char stays[8], error[8];
  long at;
  if (!path || strncmp(path, "kedang-io-fail:", 15) != 0) return 0;
  if (sscanf(path + 15, "%ld:%7[A-Z]:%7[A-Z]", &at, stays, error) != 3) abort();
  writes_seen = 0;
  fail_at = at;
  fail_stays = strcmp(stays, "STAY") == 0;
  fail_errno = strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
  return 1;
}

static void opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= MOST_DESCRIPTORS) return;
  pthread_mutex_lock(&lock);
  int file = number_of(path);
  file_of[fd] = file + 1;
  if (file >= 0) {
    if (!existed && (flags & O_CREAT)) record('C', file, 0, NULL, 0);
    if (existed && (flags & O_TRUNC)) record('T', file, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
}

static int there(const char *path) {
  struct stat status;
  return stat(path, &status) == 0;
}

static int file_at(int fd) { return fd >= 0 && fd < MOST_DESCRIPTORS ? file_of[fd] - 1 : -1; }

/* Whether this write is one that has to fail. */
static int fails(int file) {
  if (fail_at == 0 || file < 0 || (only && !strstr(paths[file], only))) return 0;
  long seen = __sync_add_and_fetch(&writes_seen, 1);
  return seen == fail_at || (fail_stays && seen > fail_at);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
      va_list rest; \
      va_start(rest, flags); \
      mode = va_arg(rest, mode_t); \
      va_end(rest); \
    } \
    REAL(int, #name, const char *, int, ...); \
    if (is_control(path)) { errno = ENOENT; return -1; } \
    int existed = there(path); \
    int fd = real(path, flags, mode); \
    int error = errno; \
    opened(fd, path, flags, existed); \
    errno = error; \
    return fd; \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < MOST_DESCRIPTORS) file_of[fd] = 0;
  return real(fd);
}

static ssize_t written(int file, off64_t offset, const void *data, ssize_t count) {
  if (file >= 0 && count > 0) {
    pthread_mutex_lock(&lock);
    record('W', file, (uint64_t)offset, data, (uint32_t)count);
    pthread_mutex_unlock(&lock);
  }
  return count;
}

#define PWRITE(name, type) \
  ssize_t name(int fd, const void *data, size_t count, type offset) { \
    REAL(ssize_t, #name, int, const void *, size_t, type); \
    int file = file_at(fd); \
    if (fails(file)) { errno = fail_errno; return -1; } \
    return written(file, offset, data, real(fd, data, count, offset)); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int file = file_at(fd);
  if (file < 0) return real(fd, data, count);
  if (fails(file)) { errno = fail_errno; return -1; }
  int append = fcntl(fd, F_GETFL) & O_APPEND;
  off64_t offset = lseek64(fd, 0, append ? SEEK_END : SEEK_CUR);
  return written(file, offset, data, real(fd, data, count));
}

#define TRUNCATE(name, type) \
  int name(int fd, type length) { \
    REAL(int, #name, int, type); \
    int file = file_at(fd); \
    if (fails(file)) { errno = fail_errno; return -1; } \
    int result = real(fd, length); \
    if (result == 0 && file >= 0) { \
      pthread_mutex_lock(&lock); \
      record('T', file, (uint64_t)length, NULL, 0); \
      pthread_mutex_unlock(&lock); \
    } \
    return result; \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
  int name(int fd) { \
    REAL(int, #name, int); \
    int file = file_at(fd); \
    if (fails(file)) { errno = fail_errno; return -1; } \
    int result = real(fd); \
    if (result == 0 && file >= 0) { \
      pthread_mutex_lock(&lock); \
      record('S', file, 0, NULL, 0); \
      pthread_mutex_unlock(&lock); \
    } \
    return result; \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  int result = real(path);
  int error = errno;
  if (result == 0) {
    pthread_mutex_lock(&lock);
    int file = number_of(path);
    if (file >= 0) record('U', file, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  errno = error;
  return result;
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  int result = real(from, to);
  int error = errno;
  if (result == 0) {
    pthread_mutex_lock(&lock);
    int file = number_of(from);
    int target = number_of(to);
    if (file >= 0 && target >= 0) record('R', file, (uint64_t)target, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  errno = error;
  return result;
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  int result = real(path, mode);
  int error = errno;
  if (result == 0) {
    pthread_mutex_lock(&lock);
    int file = number_of(path);
    if (file >= 0) record('D', file, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
  }
  errno = error;
  return result;
}
