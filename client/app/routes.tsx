// The addresses of the app. Each page is a part of its own that is loaded when it is first opened (the
// service worker has all of them on the device).
import { Route, Router, useNavigate, type RouteSectionProps } from '@solidjs/router';
import { lazy, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { ToStart } from '../setup/start.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Frame } from './frame.tsx';
import { appStrings } from './strings.ts';

const SignInPage = lazy(() => import('../staff/sign-in-page.tsx'));
const BoardPage = lazy(() => import('../orders/board-page.tsx'));
const OrderFormPage = lazy(() => import('../orders/order-form-page.tsx'));
const JobsPage = lazy(() => import('../driver/jobs-page.tsx'));
const FinancePage = lazy(() => import('../finance/finance-page.tsx'));
const QuarantinePage = lazy(() => import('../quarantine/quarantine-page.tsx'));
const ConfirmationsPage = lazy(() => import('../confirmations/confirmations-page.tsx'));
const ReservationsPage = lazy(() => import('../reservations/reservations-page.tsx'));
const RatingsPage = lazy(() => import('../ratings/ratings-page.tsx'));
const NoticesPage = lazy(() => import('../notices/notices-page.tsx'));
const SetupPage = lazy(() => import('../setup/setup-page.tsx'));
const SyncPage = lazy(() => import('../sync/sync-page.tsx'));
const OutletsPage = lazy(() => import('../outlets/outlets-page.tsx'));
const OutletPage = lazy(() => import('../outlets/outlet-page.tsx'));
const VehiclesPage = lazy(() => import('../fleet/vehicles-page.tsx'));
const VehiclePage = lazy(() => import('../fleet/vehicle-page.tsx'));
const CustomersPage = lazy(() => import('../customers/customers-page.tsx'));
const CustomerPage = lazy(() => import('../customers/customer-page.tsx'));
const RolesPage = lazy(() => import('../roles/roles-page.tsx'));
const RolePage = lazy(() => import('../roles/role-page.tsx'));
const StaffPage = lazy(() => import('../staff/staff-page.tsx'));
const EmployeePage = lazy(() => import('../staff/employee-page.tsx'));
const CatalogPage = lazy(() => import('../catalog/catalog-page.tsx'));
const CatalogItemPage = lazy(() => import('../catalog/catalog-item-page.tsx'));
const ImportPage = lazy(() => import('../import/import-page.tsx'));
const Gallery = lazy(() => import('../ui/gallery.tsx'));
const GalleryList = lazy(() => import('../ui/gallery-list.tsx'));

/** For whoever is signed in on this device. */
export function AppRoutes(): JSX.Element {
  return (
    <Router>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/" component={Framed}>
        <Route path="/" component={ToStart} />
        <Route path="/orders/new" component={OrderFormPage} />
        <Route path="/orders/:id/edit" component={OrderFormPage} />
        <Route path={['/orders', '/orders/:id']} component={BoardPage} />
        <Route path="/reservations" component={ReservationsPage} />
        <Route path={['/jobs', '/jobs/:id']} component={JobsPage} />
        <Route path={['/finance', '/finance/:desk']} component={FinancePage} />
        <Route path="/quarantine" component={QuarantinePage} />
        <Route path="/confirmations" component={ConfirmationsPage} />
        <Route path="/ratings" component={RatingsPage} />
        <Route path="/notices" component={NoticesPage} />
        <Route path="/customers" component={CustomersPage} />
        <Route path="/customers/:id" component={CustomerPage} />
        <Route path="/vehicles" component={VehiclesPage} />
        <Route path="/vehicles/:id" component={VehiclePage} />
        <Route path="/outlets" component={OutletsPage} />
        <Route path="/outlets/:id" component={OutletPage} />
        <Route path="/staff" component={StaffPage} />
        <Route path="/staff/:id" component={EmployeePage} />
        <Route path="/roles" component={RolesPage} />
        <Route path="/roles/:id" component={RolePage} />
        <Route path="/catalog" component={CatalogPage} />
        <Route path="/catalog/:id" component={CatalogItemPage} />
        <Route path="/import/:kind" component={ImportPage} />
        <Route path="/setup" component={SetupPage} />
        <Route path="/sync" component={SyncPage} />
        <Route path="/ui" component={() => <Gallery bare />} />
        <Route path="/ui/list" component={GalleryList} />
        <Route path="*" component={NotFound} />
      </Route>
    </Router>
  );
}

/** Nobody has signed in here yet: every address leads to signing in, and stays what it is. */
export function GuestRoutes(): JSX.Element {
  return (
    <Router>
      <Route path="*" component={SignInPage} />
    </Router>
  );
}

const Framed = (props: RouteSectionProps): JSX.Element => <Frame>{props.children}</Frame>;

function NotFound(): JSX.Element {
  const t = useStrings(appStrings);
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t().notFound}
      action={<Button onClick={() => navigate('/', { replace: true })}>{t().toStart}</Button>}
    />
  );
}
