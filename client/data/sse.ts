// Reads server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) from text that
// comes in pieces. Only `data` matters here; comments are the server's heartbeat.

/** @returns a function that takes the next piece and gives the data of the events it has completed */
export function createEventParser(): (piece: string) => string[] {
  let rest = '';
  const data: string[] = [];
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    const complete: string[] = [];
    for (const line of lines) {
      if (line === '' && data.length > 0) complete.push(data.splice(0).join('\n'));
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    return complete;
  };
}
