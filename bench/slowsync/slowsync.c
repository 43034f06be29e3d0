/*
 * A disk with a slower sync: preloaded into the gateway, it lets every fsync and fdatasync do its work and then waits.
 * Figures from a machine whose disk answers a sync in microseconds say little about one that takes milliseconds; each
 * row of the ledger therefore has a twin made with this.
 *
 *   NARU_SYNC_DELAY_US    how long each sync waits afterwards, in microseconds; 0 only counts
 *   NARU_SYNC_COUNT_FILE  a file of at least 8 bytes, mapped and counted in, so that the count outlives a SIGKILL
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static struct timespec delay;
static _Atomic uint64_t *count;

__attribute__((constructor)) static void slowsync_start(void)
{
    real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");

    const char *wanted = getenv("NARU_SYNC_DELAY_US");
    long micros = wanted ? strtol(wanted, NULL, 10) : 0;
    delay.tv_sec = micros / 1000000;
    delay.tv_nsec = (micros % 1000000) * 1000;

    const char *path = getenv("NARU_SYNC_COUNT_FILE");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *map = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        count = map == MAP_FAILED ? NULL : map;
        close(file);
    }
}

static int slowed(int (*sync_of)(int), int file)
{
    int result = sync_of(file);
    int error = errno;
    struct timespec left = delay;
    while ((left.tv_sec || left.tv_nsec) && nanosleep(&left, &left) == -1 && errno == EINTR)
        ;
    if (count)
        atomic_fetch_add_explicit(count, 1, memory_order_relaxed);
    errno = error;
    return result;
}

int fsync(int file) { return slowed(real_fsync, file); }

int fdatasync(int file) { return slowed(real_fdatasync, file); }
