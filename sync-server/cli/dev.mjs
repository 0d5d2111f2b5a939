// `npm run dev`: the client from Vite with hot reload, the server bundled again and restarted on each
// change. Vite passes the API's paths on, so the browser sees one origin as it does in production.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, requireNode } from './install.mjs';
import { endStepsOnSignal, giveUp, root, whenParentEnds } from './step.mjs';

const API_PORT = process.env['PORT'] || '8080';
const CLIENT_PORT = 5173;
// Apart from dist/server, which `npm start` must be able to trust; as deep, for the path to the client.
const OUT_DIR = join(root, 'dist', 'dev');

dev().catch(giveUp);

async function dev() {
  requireNode();
  const release = endStepsOnSignal();
  await install();
  release();
  process.env['TOWLINE_API_PORT'] = API_PORT;
  process.chdir(root);
  const vite = await import('vite');
  const client = await serveClient(vite);
  const server = restartable();
  const watcher = await watchServer(vite, server.restart);
  stopOnSignal(async () => {
    await Promise.all([server.stop(), watcher.close(), client.close()]);
  });
}

async function serveClient({ createServer }) {
  const client = await createServer({ server: { port: CLIENT_PORT, strictPort: true } });
  await client.listen();
  client.printUrls();
  return client;
}

async function watchServer({ build }, onBuilt) {
  const options = { ssr: 'sync-server/main.ts', outDir: OUT_DIR, watch: {} };
  const watcher = await build({ mode: 'development', logLevel: 'warn', build: options });
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') onBuilt();
    if (event.code === 'ERROR') console.error('The server does not build; it goes on as it was.');
    event.result?.close();
  });
  return watcher;
}

/** One server at a time, since the embedded database belongs to one process. */
function restartable() {
  let child;
  let stopped = false;
  let last = Promise.resolve();
  const replace = async () => {
    await end(child);
    child = stopped ? undefined : spawnServer();
  };
  return {
    restart: () => (last = last.then(replace)),
    stop: () => {
      stopped = true;
      return (last = last.then(replace));
    },
  };
}

/** In a process group of its own: Ctrl-C comes here alone, and the server is sent one SIGTERM. */
function spawnServer() {
  const args = ['--enable-source-maps', join(OUT_DIR, 'main.js')];
  const env = { ...process.env, PORT: API_PORT };
  const child = spawn(process.execPath, args, {
    env,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
  const killIt = () => child.kill('SIGTERM');
  process.once('exit', killIt);
  child.once('exit', (code, signal) => {
    process.removeListener('exit', killIt);
    if (code) console.error(`The server ended with code ${code}; it starts again on the next change.`);
    else if (signal === null) console.log('The server stopped.');
  });
  return child;
}

function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => resolve(clearTimeout(timer)));
    child.kill('SIGTERM');
  });
}

function stopOnSignal(stop) {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), giveUp);
  };
  // Vite's own listener would end this process before the server has stopped.
  process.removeAllListeners('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  whenParentEnds(onSignal);
}
