import { useEffect } from 'preact/hooks';
import { setUnsaved } from './unsaved';

/** Says, while the view is open, whether it holds something that leaving it would lose. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    setUnsaved(isUnsaved);
    return () => {
      setUnsaved(false);
    };
  }, [isUnsaved]);
}
