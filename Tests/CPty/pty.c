// Pseudo-terminals for the tests. Between fork and exec only C may run.

#define _GNU_SOURCE
#include "CPty.h"
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

int32_t cpty_open(uint16_t rows, uint16_t columns, int32_t *inner) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  int ours = -1, theirs = -1;
  if (openpty(&ours, &theirs, NULL, NULL, &size) != 0) return -1;
  struct termios line;
  tcgetattr(theirs, &line);
  line.c_cc[VERASE] = 8;
  line.c_cc[VKILL] = 24;
  line.c_iflag &= ~(tcflag_t)IXON;
  line.c_lflag &= ~(tcflag_t)ECHOCTL;
  tcsetattr(theirs, TCSANOW, &line);
  fcntl(ours, F_SETFD, FD_CLOEXEC);
  fcntl(theirs, F_SETFD, FD_CLOEXEC);
  fcntl(ours, F_SETFL, O_NONBLOCK);
  *inner = theirs;
  return ours;
}

int32_t cpty_start(int32_t inner, const char *const *argv, const char *const *envp) {
  pid_t child = fork();
  if (child == 0) {
    if (login_tty(inner) != 0) _exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    execve(argv[0], (char *const *)argv, (char *const *)envp);
    _exit(127);
  }
  close(inner);
  return child;
}

int32_t cpty_resize(int32_t descriptor, uint16_t rows, uint16_t columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

int32_t cpty_line_settings(int32_t descriptor, uint32_t numbers[cpty_line_count]) {
  struct termios line;
  if (tcgetattr(descriptor, &line) != 0) return -1;
  memset(numbers, 0, cpty_line_count * sizeof *numbers);
  numbers[0] = line.c_iflag;
  numbers[1] = line.c_oflag;
  numbers[2] = line.c_cflag;
  numbers[3] = line.c_lflag;
  for (int i = 0; i < NCCS && 4 + i < cpty_line_count; i++) numbers[4 + i] = line.c_cc[i];
  return 0;
}
