/** Words of which the servers make their records: common French names, places and trades. */
export const french = {
  women:
    'Élodie Marie Camille Léa Chloé Inès Zoé Anaïs Noémie Aurélie Hélène Françoise Aïcha Fatima Océane Maëlys Solène Béatrice'.split(
      ' ',
    ),
  men: 'Jean Pierre Loïc Hugo Théo Noël François Gaël Mehdi Raphaël Jérôme Sébastien Étienne Benoît Cédric Yannick Mickaël André'.split(
    ' ',
  ),
  compoundNames: ['Jean-Baptiste', 'Anne-Sophie', 'Marie-Ève', 'Jean Noël'],
  surnames:
    "MARTIN BERNARD DUBOIS THOMAS ROBERT RICHARD PETIT DURAND LEROY MOREAU SIMON LAURENT LEFÈVRE MICHEL GARCIA DAVID BERTRAND ROUX VINCENT FOURNIER MOREL GIRARD ANDRÉ MERCIER LAMBERT BONNET FRANÇOIS MARTINEZ LEGRAND GARNIER FAURE ROUSSEAU N'GUYEN D'ALMEIDA LE-GOFF BEN-SAÏD MÜLLER HÉBERT NOËL BÂTARD".split(
      ' ',
    ),
  roadTypes: [
    ['RUE', 'RUE'],
    ['AV', 'AVENUE'],
    ['BD', 'BOULEVARD'],
    ['PL', 'PLACE'],
    ['CHE', 'CHEMIN'],
    ['IMP', 'IMPASSE'],
  ],
  roads:
    "DES LILAS|DE L'ÉGLISE|VICTOR HUGO|DU 8 MAI 1945|DE LA RÉPUBLIQUE|JEAN JAURÈS|DU GÉNÉRAL DE GAULLE|DES FORÊTS|SAINT-HONORÉ|DE L'ÎLE D'OR|PASTEUR|DU MOULIN À VENT".split(
      '|',
    ),
  towns: [
    ['01000', 'BOURG-EN-BRESSE'],
    ['06000', 'NICE'],
    ['13001', 'MARSEILLE'],
    ['2A004', 'AJACCIO'],
    ['31000', 'TOULOUSE'],
    ['33000', 'BORDEAUX'],
    ['35000', 'RENNES'],
    ['44000', 'NANTES'],
    ['59000', 'LILLE'],
    ['67500', 'HAGUENAU'],
    ['69003', 'LYON'],
    ['75011', 'PARIS'],
    ['93100', 'MONTREUIL'],
    ['97400', 'SAINT-DENIS'],
  ],
  countries: ['FRANCE', 'ALGÉRIE', 'BELGIQUE', "CÔTE D'IVOIRE", 'MAROC', 'PORTUGAL', 'SÉNÉGAL'],
  trainings:
    "Bureautique : Excel de A à Z|Anglais professionnel – TOEIC|Création d'entreprise|Permis B – code et conduite|Secourisme (SST)|Comptabilité & gestion de la paie|Photoshop, Illustrator, InDesign|Management d'équipe|Hygiène alimentaire (HACCP)|Développement web « full stack »|Bilan de compétences|Marketing digital|CAP Petite enfance|Conduite d'engins R482|Langue des signes|Prévention des risques (PRAP)|Fleuriste : techniques de base|Réseaux sociaux pour artisans|Gestion du stress|Wedding planner".split(
      '|',
    ),
  companies:
    "Boulangerie Chez Léon|SARL Dupont & Fils|Électricité du Midi|Garage de l'Étoile|Ateliers Réunis|Café des Arts|Menuiserie Le Goff|Pharmacie Centrale".split(
      '|',
    ),
  phrases:
    "Le stagiaire souhaite des horaires décalés.|Dossier complet, reçu par courrier.|À rappeler après les congés d'été.|Le financement est à confirmer avec l'employeur.|Prérequis vérifiés à l'entretien.|Convention signée des deux parties.|Attente d'une pièce d'identité lisible.|Besoin d'un aménagement (dyslexie).|Le solde sera réglé en trois fois.|Très bon retour du groupe.".split(
      '|',
    ),
  jobs: 'Boulanger|Assistante de direction|Développeuse|Électricien|Aide-soignante|Vendeur|Gérante|Sans emploi'.split(
    '|',
  ),
  paintings:
    "Coucher de soleil|La baie d'Audierne|Nature morte aux pêches|Portrait de l'artiste|Forêt de Brocéliande|Marée basse|Le vieux port|Champs de lavande|Bleu n° 7|Hommage à Camille|Nuit d'été|Sans titre".split(
      '|',
    ),
  techniques: ['Huile sur toile', 'Acrylique', 'Aquarelle', 'Encre de Chine', 'Techniques mixtes'],
} as const satisfies Record<string, readonly unknown[]>;
