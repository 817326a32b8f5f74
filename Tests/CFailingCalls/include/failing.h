// The library is loaded, not called.
