import { z } from 'zod'

// Imported before anything that makes a schema: each one made would probe `new Function`, which the content
// security policy blocks and reports.
z.config({ jitless: true })
