import { certificationFolderId } from './certification-ids';
import { hostileTexts } from '../hostile-texts';
import type { JsonObject } from '../json';
import { cycle } from '../cycle';
import { chanceOf, DAY, toHref, toIso, type Account } from './account';

/** The files of a folder of the given kind; `link` and `permalink` open them without signing in. */
export function filesOf(
  account: Account,
  kind: 'registration' | 'certification',
  index: number,
): readonly JsonObject[] {
  const chance = chanceOf(account, `${kind} files`, index);
  const count = chance.chance(0.75) ? 0 : chance.int(1, 2);
  return Array.from({ length: count }, (_, at) => {
    const id = (kind === 'registration' ? 1_000_000 : 5_000_000) + index * 2 + at;
    const createdOn = account.today - chance.int(1, 700) * DAY;
    return {
      id,
      typeId: chance.int(1, 9),
      fileName: index % 4 === 0 ? `${cycle(hostileTexts, index)}.pdf` : `convocation-${String(index)}.pdf`,
      fileType: chance.chance(0.2) ? 'link' : 'application/pdf',
      link: `https://test.wedof.fr/fichier/${chance.digits(16)}`,
      permalink: `https://test.wedof.fr/fichier-${String(id)}-${chance.digits(8)}`,
      state: cycle(['valid', 'toReview', 'refused'], index),
      comment: chance.chance(0.7) ? null : 'Illisible, à renvoyer',
      generationState: 'notGenerated',
      createdOn: toIso(createdOn),
      updatedOn: toIso(createdOn + 3_600_000),
      _links:
        kind === 'registration'
          ? undefined
          : { certificationFolder: { href: toHref('certificationFolders', certificationFolderId(index)) } },
    };
  });
}
