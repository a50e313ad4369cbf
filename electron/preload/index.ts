import { contextBridge, ipcRenderer } from 'electron';
import { desktopBridge } from './desktop-bridge.ts';
import { relayServicePort } from './service-port-relay.ts';

contextBridge.exposeInMainWorld('desktop', desktopBridge(ipcRenderer));
relayServicePort(ipcRenderer, window);
