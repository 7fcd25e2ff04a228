// What screen.c and signals.c ask of each other.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

void cterminal_restore_in_crash(void);
void cterminal_replay_errors(void);
void cterminal_stop_group(void);

#endif
