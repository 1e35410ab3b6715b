// Looks at two things at a time: of two cores, one would wait for the other.
export async function inPairs(things, look) {
  const waiting = [...things];
  const next = async () => {
    while (waiting.length > 0) await look(waiting.shift());
  };
  await Promise.all([next(), next()]);
}
