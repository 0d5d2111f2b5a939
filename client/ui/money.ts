// Money as a person types and reads it; the server's pages show it the same way.
export * from '#schemas/core/yuan.ts';
