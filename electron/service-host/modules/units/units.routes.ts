import { unitsContract } from '#shared/contract/units.contract.ts';
import { acting, exporting, looking, reading, routesOf } from '../../api/routes.ts';
import { getUnit } from '../../views/unit-file.queries.ts';
import { createProduct, editProduct } from './units.products.service.ts';
import { listProducts, listUnits } from './units.queries.ts';
import { addReading, createUnit, editUnit, saveComponent, voidReading } from './units.service.ts';

const at = routesOf(unitsContract);

/** Product models and delivered units. */
export const unitsRoutes = {
  products: at.products.handler(reading(listProducts)),
  createProduct: at.createProduct.handler(acting(createProduct)),
  editProduct: at.editProduct.handler(acting(editProduct)),
  list: at.list.handler(reading(listUnits)),
  get: at.get.handler(looking('unit', getUnit, ({ id }) => id)),
  create: at.create.handler(acting(createUnit)),
  edit: at.edit.handler(acting(editUnit)),
  addReading: at.addReading.handler(acting(addReading)),
  voidReading: at.voidReading.handler(acting(voidReading)),
  saveComponent: at.saveComponent.handler(acting(saveComponent)),
  exportList: at.exportList.handler(exporting('units.exportList')),
};
