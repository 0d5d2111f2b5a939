// A message about an order, made from a template, what the order says and what the sender adds. The preview and
// the server run the same rule.
import { fail, ok, type Result } from '../core/result.ts';
import type { Rejection } from '../core/codes.ts';
import type { CatalogItem } from '../catalog/catalog.ts';
import type { CommandPayload } from '../orders/commands.ts';
import type { Find } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import { fieldsOf, fill, lengthOf, linkField, mobileOf, type OrderField } from './template.ts';

export interface Message {
  /** Digits, with + where it is abroad. */
  readonly phone: string;
  /** With the link's field still in it. */
  readonly text: string;
  /** Every field but the link in the order of the template, for gateways that hold the template themselves. */
  readonly params: readonly { readonly name: string; readonly value: string }[];
}

/** Ten parts: nobody reads more, and somebody pays for each. */
const longest = 670;

export function compose(
  order: Order,
  { templateId, phone, params = {} }: CommandPayload<'send-sms'>,
  find: Find,
): Result<Message, Rejection> {
  const template = templateOf(templateId, find);
  if (!template.ok) return template;
  const number = mobileOf(phone);
  if (!number) return fail({ code: 'phone-not-mobile', detail: phone });
  const { body = '' } = template.value;
  const values = { ...valuesOf(order, find), ...filledIn(params) };
  const names = fieldsOf(body).filter((name) => name !== linkField);
  const missing = names.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) return fail({ code: 'sms-field-missing', detail: missing.join(', ') });
  const filled = names.map((name) => ({ name, value: values[name] ?? '' }));
  const text = fill(body, Object.fromEntries(filled.map(({ name, value }) => [name, value])));
  if (lengthOf(text).units > longest) return fail({ code: 'sms-too-long', detail: `${text.length}` });
  return ok({ phone: number, text, params: filled });
}

function templateOf(id: string, find: Find): Result<CatalogItem, Rejection> {
  const template = find('catalog', id);
  if (template?.type !== 'sms-template' || !template.body?.trim())
    return fail({ code: 'unknown-reference', detail: 'templateId' });
  return template.disabled ? fail({ code: 'disabled-reference', detail: 'templateId' }) : ok(template);
}

/** What the order says; a field that it does not say is absent. */
export function valuesOf(order: Order, find: Find): Record<string, string> {
  const outlet = find('outlets', order.outletId);
  const { vehicleId, driverId } = order.assignment ?? {};
  const driver = driverId === undefined ? undefined : find('staff', driverId);
  const values: Record<OrderField, string | undefined> = {
    // A device without network has no number yet; the server, which writes the message that is sent, has.
    number: order.number || '…',
    contact: order.contact.name,
    plate: order.car.plate,
    service: find('catalog', order.serviceId)?.name,
    pickup: order.pickup.address,
    destination: order.destination?.address,
    outlet: outlet?.name,
    outletPhone: outlet?.phone,
    vehicle: vehicleId === undefined ? undefined : find('vehicles', vehicleId)?.plate,
    driver: driver?.name,
    driverPhone: driver?.phone,
  };
  return filledIn(values);
}

function filledIn(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}
