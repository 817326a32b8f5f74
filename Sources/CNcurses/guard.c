// The guard: signal handlers that give the terminal back. Everything reachable from a handler is async-signal-safe:
// write, pread, tcsetattr, tcflush, fcntl, dup2, sigaction, raise, _exit, and lock-free atomics.

#define _GNU_SOURCE
#include "nc_guard.h"
#include "internal.h"
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/// Signals that ask: the program answers them in its own time, in its loop. Beside these it is asked by all real-time
/// signals and by SIGALRM; all but the last three would end it by default.
static const int asking[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGUSR1,   SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM,
                             SIGPROF, SIGIO,   SIGPWR, SIGSTKFLT, SIGTSTP, SIGCONT, SIGWINCH};
/// Signals that kill: a trap of Swift is SIGILL on x86-64 and SIGTRAP on arm64.
static const int killing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};

static int events[2] = {-1, -1};           // the pipe from the handlers to the loop
static struct termios line;                // the line settings to leave behind
static bool line_known;
static struct sigaction before[NSIG];      // what was installed for the killing signals
static char leaving[512];                  // the bytes that undo everything the screen switched on
static size_t leaving_count;
static atomic_bool armed;                  // the terminal is ours and must be given back
static atomic_int endings_unread;          // requests to end that the loop has not looked at
static atomic_int ending;                  // the signal of the latest one

/// Seconds that a request to end may stay unread, before the loop is taken to hang: on a line that takes no bytes, say.
enum { patience = 3 };
static int errors_file = -1, errors_real = -1;

size_t nc_write(int descriptor, const char *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t written = write(descriptor, bytes + done, count - done);
    if (written >= 0) {
      done += (size_t)written;
    } else if (errno != EINTR) {
      break;
    }
  }
  return done;
}

// MARK: standard error

static void replay_errors(void) {
  if (errors_file < 0) return;
  char chunk[1024];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(errors_file, chunk, sizeof chunk, offset)) > 0) {
    nc_write(errors_real, chunk, (size_t)count);
    offset += count;
  }
  dup2(errors_real, STDERR_FILENO);
}

void nc_guard_capture_errors(void) {
  if (errors_file >= 0 || !isatty(STDERR_FILENO)) return;  // redirected by the user: leave it there
  errors_real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  errors_file = memfd_create("standard error", MFD_CLOEXEC);
  if (errors_real < 0 || errors_file < 0) {
    errors_file = -1;
    return;
  }
  fcntl(errors_file, F_SETFL, O_APPEND);
  dup2(errors_file, STDERR_FILENO);
}

void nc_guard_release_errors(void) {
  replay_errors();
  if (errors_file >= 0) close(errors_file);
  if (errors_real >= 0) close(errors_real);
  errors_file = errors_real = -1;
}

// MARK: the line

void nc_guard_save_line(void) {
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) != 0) return;
  line = now;
  line_known = true;
}

void nc_guard_restore_line(void) {
  // Flushing throws away mouse reports that arrived too late to be read; a shell would take them for typing.
  if (line_known) tcsetattr(STDIN_FILENO, TCSAFLUSH, &line);
}

// MARK: arming

/// Adds a terminfo string to the leaving bytes, without its `$<…>` marks: they ask a slow printer for a pause.
static void leave_with(const char *bytes) {
  if (!bytes || bytes == (const char *)-1) return;
  for (const char *byte = bytes; *byte && leaving_count < sizeof leaving; byte++) {
    const char *end = byte[0] == '$' && byte[1] == '<' ? strchr(byte, '>') : NULL;
    if (end) {
      byte = end;
    } else {
      leaving[leaving_count++] = *byte;
    }
  }
}

void nc_guard_arm(const char *undo) {
  leaving_count = 0;
  leave_with(undo);
  leave_with(tigetstr("cnorm"));
  leave_with(tigetstr("op"));
  leave_with(tigetstr("sgr0"));
  leave_with(tigetstr("rmcup"));
  leave_with("\r");
  atomic_store(&armed, true);
}

void nc_guard_disarm(void) { atomic_store(&armed, false); }

static void give_back(void) {
  if (!atomic_exchange(&armed, false)) return;
  // A terminal that takes no more bytes must not keep us from ending.
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  tcflush(STDIN_FILENO, TCIFLUSH);
  nc_write(STDOUT_FILENO, leaving, leaving_count);
  if (line_known) tcsetattr(STDIN_FILENO, TCSANOW, &line);
  replay_errors();
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

// MARK: handlers

static bool ends(int signal) { return signal != SIGTSTP && signal != SIGCONT && signal != SIGWINCH; }

static void leave_hanging_loop(void) {
  give_back();
  _exit(128 + atomic_load(&ending));
}

static void on_asking(int signal) {
  int saved = errno;
  if (ends(signal)) {
    atomic_store(&ending, signal);
    if (atomic_fetch_add(&endings_unread, 1) > 0) leave_hanging_loop();  // asked twice
    alarm(patience);
  }
  unsigned char byte = (unsigned char)signal;
  if (write(events[1], &byte, 1) < 0) { /* The pipe is full: the loop has plenty to read already. */ }
  errno = saved;
}

static void on_alarm(int signal, siginfo_t *info, void *context) {
  (void)context;
  bool is_ours = info->si_code > 0;  // the kernel's, not somebody's
  if (!is_ours) {
    on_asking(signal);
  } else if (atomic_load(&endings_unread) > 0) {
    leave_hanging_loop();
  }
}

static char after[1024];  // what is said after a fault

void nc_guard_say_after(const char *sentence) {
  after[0] = 0;
  if (sentence) strncpy(after, sentence, sizeof after - 1);
}

static void say(const char *sentence) { nc_write(STDERR_FILENO, sentence, strlen(sentence)); }

static void on_killing(int signal, siginfo_t *info, void *context) {
  (void)context;
  bool is_fault = info->si_code > 0;
  bool was_armed = atomic_load(&armed);
  give_back();
  // In an optimised program a trap of Swift says nothing by itself.
  if (is_fault && was_armed) {
    say("The program had to stop by a mistake of its own, not of yours.\r\n");
    say(after);
  }
  sigaction(signal, &before[signal], NULL);
  // A fault happens again as soon as we return; a signal that was sent has to be sent again.
  if (!is_fault) raise(signal);
}

// MARK: installing

int32_t nc_guard_alternate_stack(void) {
  enum { size = 64 * 1024 };
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && !(present.ss_flags & SS_DISABLE)) return 0;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return -1;
  stack_t stack = {.ss_sp = memory, .ss_size = size};
  return sigaltstack(&stack, NULL);
}

static void watch_asking(int signal) {
  struct sigaction action = {.sa_handler = on_asking, .sa_flags = SA_RESTART}, present;
  sigaction(signal, NULL, &present);
  // nohup and its like ignore signals for their children: they mean it.
  bool may_be_ignored = signal != SIGWINCH && signal != SIGCONT;
  if (may_be_ignored && present.sa_handler == SIG_IGN) return;
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void watch_killing(int signal) {
  struct sigaction action = {.sa_sigaction = on_killing, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, &before[signal]);
  // Swift's own crash handler, unless it was configured, asks questions on the terminal and waits for ever in a
  // script: it runs only for those who asked for it.
  if (!getenv("SWIFT_BACKTRACE")) before[signal] = (struct sigaction){.sa_handler = SIG_DFL};
}

int32_t nc_guard_install(void) {
  if (events[0] >= 0) return events[0];
  if (pipe2(events, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  nc_guard_save_line();
  nc_guard_alternate_stack();
  for (size_t i = 0; i < sizeof asking / sizeof *asking; i++) watch_asking(asking[i]);
  for (size_t i = 0; i < sizeof killing / sizeof *killing; i++) watch_killing(killing[i]);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) watch_asking(number);
  struct sigaction alarmed = {.sa_sigaction = on_alarm, .sa_flags = SA_RESTART | SA_SIGINFO};
  sigfillset(&alarmed.sa_mask);
  sigaction(SIGALRM, &alarmed, NULL);
  signal(SIGPIPE, SIG_IGN);
  return events[0];
}

int32_t nc_guard_next_signal(void) {
  unsigned char byte;
  if (read(events[0], &byte, 1) != 1) return 0;
  if (ends(byte)) {
    alarm(0);
    atomic_store(&endings_unread, 0);
  }
  return byte;
}

_Noreturn void nc_guard_die(int32_t number) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigaction(number, &usual, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}
