// measure SECONDS PROGRAM ARGUMENT …: runs a program without output and prints what it cost: wall, user and system
// seconds, the greatest memory in KiB and the exit status, negative for a signal. The program gets half of the machine's
// memory at most, so that a greedy one does not hurt the others. In C, because a child begins with the
// memory figure of the process that it was forked from.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

static void stop(int signal) {
    (void)signal;
    kill(-child, SIGKILL);
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    if (count < 3) return 64;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    child = fork();
    if (child < 0) return 2;
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        setpgid(0, 0);
        rlim_t half = (rlim_t)sysconf(_SC_PHYS_PAGES) * (rlim_t)sysconf(_SC_PAGESIZE) / 2;
        struct rlimit limit = {half, half};
        setrlimit(RLIMIT_AS, &limit);
        for (int descriptor = 0; descriptor < 3; descriptor++) dup2(null, descriptor);
        execvp(arguments[2], arguments + 2);
        _exit(127);
    }
    signal(SIGALRM, stop);
    alarm((unsigned)atoi(arguments[1]));
    int status = 0;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {}
    clock_gettime(CLOCK_MONOTONIC, &end);
    double wall = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%.4f %.4f %.4f %ld %d\n", wall, seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss,
           WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status));
    return 0;
}
