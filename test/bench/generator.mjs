// The load, in a process of its own, the same for ours and for the peer. It speaks HTTP on raw sockets and
// looks no closer at an answer than it must, so that it is not what is measured. The parent asks by messages
// `{ask, …}` and gets one answer to each, in order.
import { connect } from 'node:net';

const endOfHead = Buffer.from('\r\n\r\n');
/** Occurs once in every document, whoever serves it. */
const mark = Buffer.from('"_deleted":');

const answers = {
  /**
   * Devices that begin anew and pull until a page is short, all at the same moment.
   * `targets`: `{port, path, token?}`, one for each device.
   */
  async pull({ targets, limit }) {
    const begun = performance.now();
    const pulled = await Promise.all(targets.map((target) => pullAll(target, limit)));
    return { documents: sum(pulled), ms: performance.now() - begun };
  },

  /** Asks for one page `times` times in a row. @returns milliseconds of each, and the documents of the last */
  async repeat({ target, times }) {
    const connection = await open(target.port);
    const ms = [];
    let documents = 0;
    for (let time = 0; time < times; time++) {
      const begun = performance.now();
      const { body } = await connection.ask(get(target, target.path));
      ms.push(performance.now() - begun);
      documents = occurrences(body);
    }
    connection.close();
    return { ms, documents };
  },

  /** Posts each body once, `inFlight` at a time, each on a connection of its own. */
  async push({ target, bodies, inFlight }) {
    const lanes = await Promise.all(Array.from({ length: inFlight }, () => open(target.port)));
    const begun = performance.now();
    let next = 0;
    const work = async (lane) => {
      while (next < bodies.length) accepted(await lane.ask(post(target, bodies[next++])));
    };
    await Promise.all(lanes.map(work));
    const ms = performance.now() - begun;
    for (const lane of lanes) lane.close();
    return { ms };
  },

  /** Opens an event stream for each target. They stay open until `hangUp`. */
  async listen({ targets }) {
    for (let start = 0; start < targets.length; start += 50) {
      const some = targets.slice(start, start + 50);
      streams.push(...(await Promise.all(some.map((target) => listen(target)))));
    }
  },

  /**
   * Posts one change after the other, each when every stream has heard of the one before.
   * @returns for each, the milliseconds from its answer to the last stream that heard of it
   */
  async tell({ target, bodies }) {
    const connection = await open(target.port);
    const ms = [];
    for (const body of bodies) {
      const heard = heardByAll(1);
      accepted(await connection.ask(post(target, body)));
      const answered = performance.now();
      ms.push(Math.max(0, (await heard) - answered));
    }
    connection.close();
    return { ms };
  },

  /** Posts many changes at a time. @returns the milliseconds until every stream has heard of every one */
  async flood({ target, bodies, inFlight }) {
    const begun = performance.now();
    const heard = heardByAll(bodies.length);
    await answers.push({ target, bodies, inFlight });
    return { ms: (await heard) - begun };
  },

  async hangUp() {
    for (const stream of streams.splice(0)) stream.socket.destroy();
  },
};

const streams = [];
let watch;

/** Resolves with the moment when each stream has got so many documents more. */
function heardByAll(documents) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${lacking()} streams did not hear of a change`)), 60_000);
    const lacking = () => streams.filter((stream) => stream.heard < stream.wanted).length;
    for (const stream of streams) stream.wanted = stream.heard + documents;
    let missing = streams.length;
    watch = () => {
      missing--;
      if (missing > 0) return;
      clearTimeout(late);
      resolve(performance.now());
    };
  });
}

function listen(target) {
  return new Promise((resolve, reject) => {
    const socket = connect(target.port, '127.0.0.1');
    const stream = { socket, heard: 0, wanted: Infinity };
    let rest = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('A stream was closed')));
    socket.on('data', (chunk) => {
      const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      hear(stream, occurrences(text));
      rest = text.subarray(-(mark.length - 1));
    });
    socket.once('data', (chunk) => {
      if (chunk.subarray(0, 12).toString() === 'HTTP/1.1 200') resolve(stream);
      else reject(new Error(`No stream: ${chunk.subarray(0, 200).toString()}`));
    });
    socket.write(get(target, target.path));
  });
}

function hear(stream, documents) {
  if (documents === 0) return;
  const before = stream.heard;
  stream.heard += documents;
  if (before < stream.wanted && stream.heard >= stream.wanted) watch?.();
}

async function pullAll(target, limit) {
  const connection = await open(target.port);
  let checkpoint = { id: '', lwt: 0 };
  let documents = 0;
  for (let count = limit; count === limit;) {
    const query = `lwt=${checkpoint.lwt}&id=${encodeURIComponent(checkpoint.id)}&limit=${limit}`;
    const { status, body } = await connection.ask(get(target, `${target.path}?${query}`));
    if (status !== 200) throw new Error(`A pull was answered with ${status}: ${body.subarray(0, 200)}`);
    count = occurrences(body);
    checkpoint = checkpointOf(body);
    documents += count;
  }
  connection.close();
  return documents;
}

/** It ends the page, so the documents need not be parsed. */
function checkpointOf(body) {
  const tail = body.subarray(-300).toString();
  const found = /"checkpoint":(\{[^{}]*\})\}$/.exec(tail);
  if (!found) throw new Error(`A page without a checkpoint: ${tail}`);
  return JSON.parse(found[1]);
}

function accepted({ status, body }) {
  if (status !== 200 || body.toString() !== '[]')
    throw new Error(`A push was answered with ${status}: ${body.subarray(0, 400)}`);
}

const head = ({ token }) =>
  `Host: 127.0.0.1\r\nAccept: application/json\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}`;

const get = (target, path) => `GET ${path} HTTP/1.1\r\n${head(target)}\r\n`;

const post = (target, body) =>
  `POST ${target.path} HTTP/1.1\r\n${head(target)}Content-Type: application/json\r\n` +
  `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

function occurrences(buffer) {
  let count = 0;
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + mark.length)) count++;
  return count;
}

/** A connection that is kept, for one request after the other. */
function open(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let waiting;
    let answer = newAnswer();
    const fail = (error) => {
      reject(error);
      waiting?.reject(error);
    };
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('The connection was closed')));
    socket.on('data', (chunk) => {
      add(answer, chunk);
      if (!answer.isWhole) return;
      const { status, body } = answer;
      answer = newAnswer();
      waiting.resolve({ status, body });
    });
    const ask = (request) =>
      new Promise((done, failed) => {
        waiting = { resolve: done, reject: failed };
        socket.write(request);
      });
    socket.once('connect', () => resolve({ ask, close: () => socket.destroy() }));
  });
}

const newAnswer = () => ({
  chunks: [],
  size: 0,
  status: 0,
  bodyAt: -1,
  length: 0,
  isWhole: false,
  body: undefined,
});

function add(answer, chunk) {
  answer.chunks.push(chunk);
  answer.size += chunk.length;
  if (answer.bodyAt === -1) readHead(answer);
  if (answer.bodyAt === -1 || answer.size < answer.bodyAt + answer.length) return;
  answer.isWhole = true;
  answer.body = Buffer.concat(answer.chunks).subarray(answer.bodyAt);
}

function readHead(answer) {
  const text = Buffer.concat(answer.chunks);
  const end = text.indexOf(endOfHead);
  if (end === -1) return;
  const lines = text.subarray(0, end).toString().toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(lines)?.[1];
  if (length === undefined) throw new Error(`An answer does not say how long it is: ${lines}`);
  answer.status = Number(lines.slice(9, 12));
  answer.length = Number(length);
  answer.bodyAt = end + endOfHead.length;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

let last = Promise.resolve();
process.on('message', (message) => {
  last = last.then(() => answerTo(message));
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });

async function answerTo({ ask, ...rest }) {
  try {
    process.send({ value: (await answers[ask](rest)) ?? null });
  } catch (error) {
    process.send({ error: error.stack ?? String(error) });
  }
}
