// How time targets are written down: on an order, a service and a customer.
import Type from 'typebox';

export const targetSteps = ['accept', 'arrive', 'complete'] as const;
export type TargetStep = (typeof targetSteps)[number];

const Minutes = Type.Integer({ minimum: 1, maximum: 10_080 });

export const targetFields = {
  accept: Type.Optional(Minutes),
  arrive: Type.Optional(Minutes),
  complete: Type.Optional(Minutes),
};

/** In minutes from when the order was taken. */
export const TimeTargets = Type.Object(targetFields);
export type TimeTargets = Type.Static<typeof TimeTargets>;
