import { sql } from 'drizzle-orm'
import type { Database } from '../../src/backend/db/database'

/** Copies every table into a schema of the same database: a backup, in milliseconds instead of a new engine. */
export const keepTables = async (database: Database, as: string): Promise<void> => {
  await database.queries.execute(sql.raw(`
    do $$ declare name text; begin
      drop schema if exists ${as} cascade;
      create schema ${as};
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create table ${as}.%I as table public.%I', name, name);
      end loop;
    end $$`))
}

/** Puts every table back as it was kept, under a new epoch, as a restored backup has one. */
export const restoreTables = async (database: Database, from: string, epoch: string): Promise<void> => {
  await database.queries.execute(sql.raw(`
    do $$ declare name text; begin
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('delete from public.%I', name);
        execute format('insert into public.%I select * from ${from}.%I', name, name);
      end loop;
      update sync_head set epoch = '${epoch}';
    end $$`))
}
