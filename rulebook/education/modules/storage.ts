/** ED-7: doses at home are locked, counted, never shared, and given back. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const storage: EducationModule = {
  id: 'ed-7',
  version: 1,
  title: said('Keeping doses safe at home', 'Cómo guardar las dosis en casa'),
  objectives: [
    said('Lock up, count, and never share doses.', 'Guardar con llave, contar y nunca compartir las dosis.'),
    said('Give back what is left.', 'Devolver lo que sobra.'),
  ],
  concerns: { takeHome: [true] },
  sections: [
    {
      id: 'lock-and-count',
      title: said('Lock and count', 'Bajo llave y contadas'),
      text: said(
        'Keep each dose in a locked box, out of reach and out of sight of children, pets, and guests. Keep the key with you. Count what you have after each dose and write it down. We may ask you to count with us.',
        'Guarde cada dosis en una caja con llave, lejos del alcance y de la vista de niños, mascotas y visitas. Tenga usted la llave. Cuente lo que queda después de cada dosis y anótelo. Es posible que le pidamos contarlas con nosotros.',
      ),
      cites: ['fda-2023', 'asa-ketamine', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'never-share',
      title: said('Never share', 'Nunca las comparta'),
      text: said(
        'Your dose was chosen for you. It can stop the breath of a child or of another adult. Never give one away or sell one, even to help. If a friend is very low, stay with them and {crisis}. If they may be in danger now, call {emergency}.',
        'Su dosis se eligió para usted. A un niño o a otro adulto le puede cortar la respiración. Nunca regale ni venda una dosis, ni siquiera para ayudar. Si un amigo está muy mal, quédese con él. Puede {crisis}. Si cree que corre peligro ahora, llame al {emergency}.',
      ),
      cites: ['fda-2023', 'asa-ketamine', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'as-ordered',
      title: said('Take it only as ordered', 'Tómela solo como se indicó'),
      text: said(
        'Take a dose only at the time and in the way we agreed. An adult must be there with you. Do not crush it, snort it, or inject it. Do not take an extra one. If one is lost or spilled, tell us the same day.',
        'Tome la dosis solo a la hora y de la forma que acordamos. Un adulto debe estar con usted. No la triture, no la aspire por la nariz ni se la inyecte. No tome una de más. Si se pierde o se derrama una, avísenos el mismo día.',
      ),
      cites: ['hull-2022', 'asa-ketamine', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'left-over',
      title: said('What is left over', 'Lo que sobra'),
      text: said(
        'Do not save doses for later. Bring what is left to a drug take-back site, or do as your pharmacy tells you. Then let us know.',
        'No guarde dosis para después. Lleve lo que sobre a un lugar que recibe medicamentos, o haga lo que le indique su farmacia. Luego avísenos.',
      ),
      cites: ['cfr-1300', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-7-friend',
      asks: said('A friend is very low. Do you share a dose?', 'Un amigo está muy mal. ¿Le comparte una dosis?'),
      answers: [
        { id: 'half', text: said('Yes, but only half', 'Sí, pero solo la mitad') },
        { id: 'once', text: said('Yes, just this one time', 'Sí, solo por esta vez') },
        { id: 'never', text: said('No, never. {Crisis} with my friend', 'No, nunca. {Crisis} junto con mi amigo') },
      ],
      right: 'never',
      explains: said(
        'You want to help, and that is kind. But your dose could stop your friend’s breath. The safe way to help is to {crisis}.',
        'Querer ayudar es un gesto bueno. Pero su dosis podría cortarle la respiración. La forma segura de ayudar es {crisis}.',
      ),
      safetyCritical: true,
      taughtIn: 'never-share',
    },
    {
      id: 'ed-7-where',
      asks: said('Where do you keep your doses?', '¿Dónde guarda sus dosis?'),
      answers: [
        { id: 'locked-box', text: said('In a locked box', 'En una caja con llave') },
        { id: 'bathroom', text: said('On a high shelf in the bathroom', 'En un estante alto del baño') },
        { id: 'bag', text: said('In my bag, to have them near', 'En mi bolsa, para tenerlas cerca') },
      ],
      right: 'locked-box',
      explains: said(
        'A shelf or a bag can be reached by a child or a guest. A locked box keeps the people at home safe.',
        'Un niño o una visita puede alcanzar un estante o una bolsa. Una caja con llave protege a quienes viven con usted.',
      ),
      safetyCritical: true,
      taughtIn: 'lock-and-count',
    },
    {
      id: 'ed-7-left-over',
      asks: said('You have doses left over. Where do they go?', 'Le sobran dosis. ¿Qué hace con ellas?'),
      answers: [
        { id: 'save', text: said('I save them for a bad day', 'Las guardo para un mal día') },
        {
          id: 'take-back',
          text: said(
            'To a take-back site, or as my pharmacy says',
            'Las llevo a un lugar que recibe medicamentos, o hago lo que diga mi farmacia',
          ),
        },
        { id: 'trash', text: said('In the trash, as they are', 'Las tiro a la basura tal como están') },
      ],
      right: 'take-back',
      explains: said(
        'Doses that lie around can hurt someone. A take-back site or your pharmacy can take care of them.',
        'Las dosis que quedan por ahí pueden dañar a alguien. Un lugar que recibe medicamentos o su farmacia puede encargarse de ellas.',
      ),
      safetyCritical: false,
      taughtIn: 'left-over',
    },
  ],
}
