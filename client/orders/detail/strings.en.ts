// The words of an order's own page and of the sheet for its driver.
import type { DetailStrings } from './strings.ts';

export default {
  print: 'Print job sheet',
  offline: 'This device does not hold the order: looking at it needs the server',
  offlineHint: 'Earlier orders are kept on the server alone. Try again when it can be reached.',
  past: 'This order ended long ago and is kept on the server alone',
  pastHint: 'It can be read, printed and copied into a new one.',
  facts: 'The order',
  map: 'Map and track',
  pickup: 'Pickup',
  destination: 'Destination',
  related: 'Related',
  fromNotice: (number: string) => `Came from notice ${number}`,
  copiedFrom: (number: string) => `Copied from order ${number}`,
  sameCar: (plate: string) => `The same car, ${plate}`,
  noneHere: 'No other orders lately',
  unnumbered: 'No number yet',
  allOfCar: 'All orders of this car',
  sheet: {
    title: 'Job sheet',
    equipment: 'Equipment',
    dispatchNote: 'From dispatch',
    fillIn: { arrived: 'Arrived', finished: 'Finished', mileage: 'Kilometres', result: 'Result' },
    condition: 'Condition of the car, remarks',
    signatures: { contact: 'Customer', driver: 'Driver' },
  },
} satisfies DetailStrings;
