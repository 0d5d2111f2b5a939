// What the fields of a command are called.
import type { FieldStrings } from './field-strings.ts';

export default {
  kind: 'Kind',
  outletId: 'Outlet',
  customerId: 'Customer',
  serviceId: 'Service',
  contact: 'Contact',
  requester: 'Requester',
  car: 'Car',
  pickup: 'Pickup',
  destination: 'Destination',
  scheduledAt: 'Scheduled',
  customerOrderNumber: 'Customer number',
  roadConditionId: 'Road condition',
  fault: 'Fault',
  note: 'Note',
  vehicleId: 'Vehicle',
  driverId: 'Driver',
  reason: 'Reason',
  mileageKm: 'Mileage (km)',
  odometerKm: 'Odometer (km)',
  collectedFen: 'Collected',
  amountFen: 'Amount',
  receivedFen: 'Received',
  method: 'Method',
  position: 'Position',
} satisfies FieldStrings;
