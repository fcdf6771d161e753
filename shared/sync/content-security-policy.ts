/** What the desk's page may do, from the hub as in Electron: run and show its own files, and ask its own hub. */
export const pageDirectives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  // The hash is that of nothing: Fluent UI makes empty style elements and fills them through the CSSOM.
  'style-src': ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  // No text becomes markup or script: the desk and what it is made of never ask for that.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['desk-worker'],
}

export const contentSecurityPolicy: string = Object.entries(pageDirectives)
  .map(([name, values]) => [name, ...values].join(' '))
  .join('; ')
