-- Companies that were founded before months could be closed: the rights to it go to those ready-made roles, known by
-- their ids, that get them in a new company (company/roles.ts). A role stays as it is where the company took one of
-- finance's rights from it, and gets nothing that its history names: that was given or taken by hand.
-- Written as replication/changes.ts writes: the company's counter last, a new version, filed, remembered, announced.
with given (role_id, permission, place) as (
  values ('role-manager', 'finance.close', 1), ('role-manager', 'finance.reopen', 2), ('role-finance', 'finance.close', 1)
), role as materialized (
  select company_id, id, body from documents
  where collection = 'roles' and id in ('role-manager', 'role-finance') and coalesce(body ->> 'deleted', '') <> 'true'
    and (body -> 'permissions')::jsonb
      @> '["finance.view", "finance.verify", "finance.approve", "finance.post", "finance.reverse"]'
  order by company_id, id for update
), lacking as (
  select r.company_id, r.id, array_agg(g.permission order by g.place) as permissions
  from role r join given g on g.role_id = r.id
  where not (r.body -> 'permissions')::jsonb @> to_jsonb(g.permission)
    and not exists (
      select from reference_history h
      where h.company_id = r.company_id and h.collection = 'roles' and h.document_id = r.id
        and strpos(concat(h.created, h.changes), '"' || g.permission || '"') > 0)
  group by r.company_id, r.id
), change as (
  select r.company_id, r.id, r.body, row_number() over (partition by r.company_id order by r.id) as step, (
    -- They stand behind the last of finance's rights.
    select json_agg(permission order by position, place) from (
      select permission, position, 0 as place
      from json_array_elements_text(r.body -> 'permissions') with ordinality as held(permission, position)
      union all
      select permission, (
        select max(position) from json_array_elements_text(r.body -> 'permissions')
          with ordinality as held(permission, position)
        where permission like 'finance.%'
      ), place from unnest(l.permissions) with ordinality as added(permission, place)
    ) together
  ) as permissions
  from role r join lacking l using (company_id, id)
), counter as (
  update companies c set version = c.version + n.steps
  from (select company_id, count(*) as steps from change group by company_id) n
  where c.company_id = n.company_id
  returning c.company_id, c.version - n.steps as base
), numbered as (
  select change.*, base + step as version from change join counter using (company_id)
), updated as (
  -- No device's last edit any more: one that edits on from there is merged.
  update documents d set version = n.version, changed_at = now(), body = (
    select json_object_agg(key, case when key = 'permissions' then n.permissions else value end order by position)
    from json_each(n.body) with ordinality as field(key, value, position)
    where key <> 'edit'
  )
  from numbered n
  where d.company_id = n.company_id and d.collection = 'roles' and d.id = n.id
), filed as (
  update visibility v set version = n.version
  from numbered n
  where v.company_id = n.company_id and v.collection = 'roles' and v.document_id = n.id and not v.gone
  returning v.company_id, v.collection, v.scope
), remembered as (
  insert into reference_history (company_id, collection, document_id, version, at, actor_id, changes)
  select company_id, 'roles', id, version, now(), 'server', json_build_array(json_build_object(
    'field', 'permissions', 'before', body -> 'permissions', 'after', permissions))
  from numbered order by company_id, step
)
select pg_notify('towline_changes', json_build_object('company', company_id, 'touched',
  json_agg(distinct collection || ' ' || scope))::text)
from filed group by company_id;
