// The addresses of the app. Each page is a part of its own that is loaded when it is first opened (the
// service worker has all of them on the device).
import { Route, Router, useNavigate, type RouteSectionProps } from '@solidjs/router';
import { lazy, Show, Suspense, type Component, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { ToStart } from '../setup/start.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Frame } from './frame.tsx';
import { NotPermitted } from './not-permitted.tsx';
import { mayOpen, type PagePath } from './pages.ts';
import { appStrings } from './strings.ts';

const SignInPage = lazy(() => import('../staff/sign-in-page.tsx'));
const BoardPage = lazy(() => import('../orders/board-page.tsx'));
const OrderPage = lazy(() => import('../orders/detail/order-page.tsx'));
const OrderFormPage = lazy(() => import('../orders/order-form-page.tsx'));
const JobsPage = lazy(() => import('../driver/jobs-page.tsx'));
const CashPage = lazy(() => import('../cash/cash-page.tsx'));
const StatementsPage = lazy(() => import('../statements/statements-page.tsx'));
const StatementPage = lazy(() => import('../statements/statement-page.tsx'));
const FinancePage = lazy(() => import('../finance/finance-page.tsx'));
const OneStopPage = lazy(() => import('../finance/one-stop-page.tsx'));
const QuarantinePage = lazy(() => import('../quarantine/quarantine-page.tsx'));
const ConfirmationsPage = lazy(() => import('../confirmations/confirmations-page.tsx'));
const ReservationsPage = lazy(() => import('../reservations/reservations-page.tsx'));
const PastOrdersPage = lazy(() => import('../past-orders/past-orders-page.tsx'));
const RatingsPage = lazy(() => import('../ratings/ratings-page.tsx'));
const NoticesPage = lazy(() => import('../notices/notices-page.tsx'));
const ReportsPage = lazy(() => import('../reports/reports-page.tsx'));
const AccountsPage = lazy(() => import('../accounts/accounts-page.tsx'));
const SendersPage = lazy(() => import('../senders/senders-page.tsx'));
const SmsPage = lazy(() => import('../sms/sms-page.tsx'));
const SetupPage = lazy(() => import('../setup/setup-page.tsx'));
const SyncPage = lazy(() => import('../sync/sync-page.tsx'));
const OutletsPage = lazy(() => import('../outlets/outlets-page.tsx'));
const OutletPage = lazy(() => import('../outlets/outlet-page.tsx'));
const LiveMapPage = lazy(() => import('../live-map/live-map-page.tsx'));
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
      <Route path="/sign-in" component={SignInAgain} />
      <Route path="/" component={Framed}>
        <PageRoute path="/" page={ToStart} />
        <PageRoute path="/orders/new" page={OrderFormPage} />
        <PageRoute path="/orders/history" page={PastOrdersPage} />
        <PageRoute path="/orders/:id/edit" page={OrderFormPage} />
        <PageRoute path="/orders" page={BoardPage} />
        <PageRoute path="/orders/:id" page={OrderPage} />
        <PageRoute path="/reservations" page={ReservationsPage} />
        <PageRoute path={['/jobs', '/jobs/:id']} page={JobsPage} />
        <PageRoute path="/finance/statements" page={StatementsPage} />
        <PageRoute path="/finance/statements/:id" page={StatementPage} />
        <PageRoute path="/finance/cash" page={CashPage} />
        <PageRoute path="/finance/reports" page={ReportsPage} />
        <PageRoute path="/finance/one-stop" page={OneStopPage} />
        <PageRoute path={['/finance', '/finance/:desk']} page={FinancePage} />
        <PageRoute path="/quarantine" page={QuarantinePage} />
        <PageRoute path="/confirmations" page={ConfirmationsPage} />
        <PageRoute path="/ratings" page={RatingsPage} />
        <PageRoute path="/notices" page={NoticesPage} />
        <PageRoute path="/customers" page={CustomersPage} />
        <PageRoute path="/customers/:id" page={CustomerPage} />
        <PageRoute path="/map" page={LiveMapPage} />
        <PageRoute path="/vehicles" page={VehiclesPage} />
        <PageRoute path="/vehicles/:id" page={VehiclePage} />
        <PageRoute path="/outlets" page={OutletsPage} />
        <PageRoute path="/outlets/:id" page={OutletPage} />
        <PageRoute path="/staff" page={StaffPage} />
        <PageRoute path="/staff/:id" page={EmployeePage} />
        <PageRoute path="/roles" page={RolesPage} />
        <PageRoute path="/roles/:id" page={RolePage} />
        <PageRoute path="/catalog" page={CatalogPage} />
        <PageRoute path="/catalog/:id" page={CatalogItemPage} />
        <PageRoute path="/import/customers" page={ImportPage} />
        <PageRoute path="/import/vehicles" page={ImportPage} />
        <PageRoute path="/import/staff" page={ImportPage} />
        <PageRoute path="/finance/accounts" page={AccountsPage} />
        <PageRoute path="/senders" page={SendersPage} />
        <PageRoute path="/sms" page={SmsPage} />
        <PageRoute path="/setup" page={SetupPage} />
        <PageRoute path="/sync" page={SyncPage} />
        <PageRoute path="/ui" page={() => <Gallery bare />} />
        <PageRoute path="/ui/list" page={GalleryList} />
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

/** Without the frame, which has what waits for a page's parts. */
function SignInAgain(): JSX.Element {
  return (
    <Suspense>
      <SignInPage />
    </Suspense>
  );
}

/** Each opens as the table of pages says. */
function PageRoute(props: { path: PagePath | PagePath[]; page: Component }): JSX.Element {
  const paths = [props.path].flat();
  return <Route path={paths} component={() => <Permitted paths={paths} page={props.page} />} />;
}

function Permitted(props: { paths: readonly PagePath[]; page: Component }): JSX.Element {
  const actor = useActor();
  return (
    <Show when={props.paths.every((path) => mayOpen(actor, path))} fallback={<NotPermitted />}>
      <Dynamic component={props.page} />
    </Show>
  );
}

const Framed = (props: RouteSectionProps): JSX.Element => <Frame>{props.children}</Frame>;

function NotFound(): JSX.Element {
  const t = useStrings(appStrings);
  const navigate = useNavigate();
  return (
    <EmptyState
      page
      title={t().notFound}
      action={<Button onClick={() => navigate('/', { replace: true })}>{t().toStart}</Button>}
    />
  );
}
