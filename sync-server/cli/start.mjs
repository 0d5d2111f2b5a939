// `npm start`: everything from nothing. Installs and builds what is missing or changed, then runs the
// server in this process, so that signals reach it without a middleman. For the same reason the script
// in package.json says `exec`: a shell between npm and this process would swallow a signal sent to npm.
// Windows has no `exec`, so there the part after `||` runs.
import { accessSync, constants, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { endStepsOnSignal, giveUp, root, whenParentEnds } from './step.mjs';

start().catch(giveUp);

async function start() {
  requireNode();
  await refuseEarly();
  const release = endStepsOnSignal();
  await install();
  await build();
  release();
  await serve();
}

/** What would stop the server at its end is better said before a minute of installing and building. */
async function refuseEarly() {
  const dataDir = resolve(process.env['DATA_DIR'] || '.towline');
  accessSync(nearestExisting(dataDir), constants.W_OK);
  await tryToListen(Number(process.env['PORT'] || 8080), process.env['HOST'] || '127.0.0.1');
}

function nearestExisting(path) {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** A PORT that is no port number is left for the server's own reading of its settings. */
function tryToListen(port, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(resolve));
  });
}

async function serve() {
  process.env['NODE_ENV'] ??= 'production';
  process.setSourceMapsEnabled(true);
  process.on('uncaughtException', giveUp);
  process.on('SIGINT', forceOnSecond);
  process.on('SIGTERM', forceOnSecond);
  // A closed terminal stops the server as cleanly as Ctrl-C does.
  process.on('SIGHUP', () => process.emit('SIGTERM', 'SIGTERM'));
  whenParentEnds(() => process.emit('SIGTERM', 'SIGTERM'));
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
}

let firstSignalAt;

/**
 * The server itself stops on the first signal. npm passes a Ctrl-C on that the terminal has sent here
 * already, so what comes within a second is the same key press.
 */
function forceOnSecond(signal) {
  firstSignalAt ??= performance.now();
  if (process.listenerCount(signal) === 1) process.exit(0);
  if (performance.now() - firstSignalAt > 1000) process.exit(1);
}
