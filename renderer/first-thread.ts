import { readyPageThread } from './storage/page-thread.ts'

// While the rest of the desk is evaluated.
readyPageThread()
