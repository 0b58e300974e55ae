export { problems } from './problems';
export { ProductModule } from './product-module';
