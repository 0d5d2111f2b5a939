// Two server processes on a Postgres database of their own.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { administer, createServerDatabase, quietLog } from '../setup/postgres.ts';
import { startServerProcess, type ServerProcess } from '../setup/server-process.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';
import type { Random } from './chance.ts';
import { found } from './company.ts';
import type { Site } from './site.ts';

const serverCount = 2;

export class PostgresSite implements Site {
  database: Database;
  isRestored = false;
  readonly photosDir: string;
  private readonly serverUrl: string;
  private readonly created: Awaited<ReturnType<typeof createServerDatabase>>;
  private readonly servers: ServerProcess[] = [];
  private readonly said: string[] = [];
  private hasBackup = false;

  static async open(serverUrl: string, photosDir: string): Promise<PostgresSite> {
    const site = new PostgresSite(serverUrl, await createServerDatabase(serverUrl), photosDir);
    await migrate(site.database, loadMigrations());
    await found(site.database);
    return site;
  }

  private constructor(
    serverUrl: string,
    created: Awaited<ReturnType<typeof createServerDatabase>>,
    photosDir: string,
  ) {
    this.photosDir = photosDir;
    this.serverUrl = serverUrl;
    this.created = created;
    this.database = this.look();
  }

  get urls(): string[] {
    return this.servers.map(({ url }) => url);
  }

  get complaints(): string[] {
    return [...this.said, ...this.servers.flatMap(({ complaints }) => complaints)];
  }

  async start(): Promise<void> {
    const missing = Array.from({ length: serverCount - this.servers.length });
    const started = missing.map(async () => {
      this.servers.push(
        await startServerProcess({ databaseUrl: this.created.url, photosDir: this.photosDir }),
      );
    });
    await Promise.all(started);
  }

  async crash(chance: Random): Promise<void> {
    await this.kill(chance.whole(0, serverCount - 1), chance.whole(1, serverCount));
    await pause(chance.between(0, 800));
    await this.start();
  }

  async backUpOrRestore(chance: Random): Promise<void> {
    await this.kill(0, serverCount);
    await this.database.close();
    if (this.hasBackup) await this.restore();
    else await this.copy(this.name, this.backupName);
    this.database = this.look();
    // Who restores should say so; who forgets is found out by the checksums.
    if (this.hasBackup && chance.chance(0.5))
      await this.database.query('update companies set epoch = $1', [randomUUID()]);
    this.hasBackup = true;
    await this.start();
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.database.close();
    await administer(this.serverUrl, `drop database if exists ${this.backupName} with (force)`);
    await this.created.remove();
    await rm(this.photosDir, { recursive: true });
  }

  private look(): Database {
    return openPostgres(this.created.url, { log: quietLog, maxConnections: 3 });
  }

  private async kill(from: number, count: number): Promise<void> {
    const victims = this.servers.splice(from, count);
    await Promise.all(victims.map((victim) => victim.kill()));
    this.said.push(...victims.flatMap(({ complaints }) => complaints));
  }

  private async restore(): Promise<void> {
    this.isRestored = true;
    await administer(this.serverUrl, `drop database ${this.name} with (force)`);
    await this.copy(this.backupName, this.name);
  }

  private async copy(from: string, to: string): Promise<void> {
    // A killed server's connections take a moment to end.
    await administer(
      this.serverUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`,
    );
    await administer(this.serverUrl, `create database ${to} template ${from}`);
  }

  private get name(): string {
    return new URL(this.created.url).pathname.slice(1);
  }

  private get backupName(): string {
    return `${this.name}_backup`;
  }
}
