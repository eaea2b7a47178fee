/** A payload of portcullis in the words of the benches. */
export const ours = (payload) => ({
  accept(value) {
    const result = payload.safeParse(value);
    return result.success ? result.data : undefined;
  },
  parse(bytes) {
    const result = payload.safeParseJson(bytes);
    return result.success ? result.data : undefined;
  },
  judge: (bytes) => payload.checkJson(bytes).success || undefined,
  issues(bytes) {
    const result = payload.safeParseJson(bytes);
    return result.success ? 0 : result.error.details.issues.length;
  },
});
