/** Consent to how it is done: getting home, being watched, touch, checks, doses at home, and safety. */
import { said } from '../../education/patient-text.ts'
import type { ConsentElement } from '../consent-element.ts'

export const theVisit: readonly ConsentElement[] = [
  {
    id: 'no_driving_escort',
    version: 1,
    lastMaterialVersion: 1,
    title: said('No driving, and a way home', 'No manejar y cómo volver a casa'),
    paragraphs: [
      {
        text: said(
          'You agree not to drive or use machines until the next day, after a good night of sleep. Until then, do not sign contracts, and do not look after a child alone. An adult you know takes you home from the clinic. Without one, we set a new date.',
          'Usted acepta no manejar ni usar máquinas hasta el día siguiente, después de una buena noche de sueño. Hasta entonces, no firme contratos ni se quede solo a cargo de un niño. Un adulto que usted conoce lo lleva de la clínica a su casa. Si no tiene a nadie, ponemos otra fecha.',
        ),
        cites: ['esketamine-label-us', 'ketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'monitoring_duration',
    version: 1,
    lastMaterialVersion: 1,
    title: said('How long we watch you', 'Cuánto tiempo lo vigilamos'),
    paragraphs: [
      {
        text: said(
          'Trained staff watch you during and after each dose given at the clinic. They check your blood pressure, pulse, breathing, and how awake you are. You leave only when it is safe.',
          'Personal capacitado lo vigila durante y después de cada dosis que recibe en la clínica. Le revisan la presión, el pulso, la respiración y qué tan despierto está. Usted se va solo cuando es seguro.',
        ),
        cites: ['esketamine-label-us', 'sanacora-2017'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'After an infusion you stay at least 1 hour. Some people need to stay 2 hours.',
          'Después de una infusión se queda por lo menos 1 hora. Algunas personas deben quedarse 2 horas.',
        ),
        concerns: { route: ['IV'] },
        cites: ['szarmach-2020', 'judgement'],
        confidence: 'low',
        basis: 'drv',
      },
      {
        text: said(
          'After a spray, a shot, or a lozenge at the clinic you stay at least 2 hours.',
          'Después de un aerosol, una inyección o una pastilla en la clínica se queda por lo menos 2 horas.',
        ),
        concerns: { route: ['IN', 'IM', 'SL'] },
        cites: ['esketamine-label-us', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'chaperone_touch_policy',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Touch, and having someone with you', 'El contacto físico y tener a alguien con usted'),
    paragraphs: [
      {
        text: said(
          'Under this medicine it can be hard to speak up. So we agree on touch before the dose. Staff touch you to check on you or to keep you safe. Any other touch, such as a hand on your hand, is only as you choose here. You can say no at any time, even if you said yes. You cannot say yes to more while under the medicine. Sexual contact is never part of care. You may ask for a second person in the room.',
          'Bajo el efecto de este medicamento puede ser difícil decir lo que uno quiere. Por eso acordamos el contacto físico antes de la dosis. El personal lo toca para revisarlo o para protegerlo. Cualquier otro contacto, como una mano sobre su mano, es solo como usted elija aquí. Puede decir que no en cualquier momento, aunque haya dicho que sí. No puede aceptar más contacto mientras está bajo el efecto. El contacto sexual nunca es parte de la atención. Puede pedir que haya otra persona en la sala.',
        ),
        cites: ['judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [
      {
        id: 'supportive_touch',
        label: said('A hand on my hand or shoulder is fine', 'Acepto una mano sobre mi mano o mi hombro'),
        kind: 'yes-no',
        required: 'always',
      },
      {
        id: 'second_person',
        label: said('I want a second person in the room', 'Quiero otra persona en la sala'),
        kind: 'yes-no',
        required: 'always',
      },
    ],
  },
  {
    id: 'pdmp_urine_policy',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Checks for your safety', 'Revisiones por su seguridad'),
    paragraphs: [
      {
        text: said(
          'We test your urine at the start and now and then. We ask all patients, not only you. If a result is not what we thought, we talk with you first. We may wait with a dose or change the plan. Please tell us if you get ketamine or esketamine from anyone else.',
          'Hacemos un análisis de orina al principio y de vez en cuando. Se lo pedimos a todos los pacientes, no solo a usted. Si un resultado no es lo que esperábamos, primero hablamos con usted. Puede que esperemos para dar una dosis o que cambiemos el plan. Por favor, díganos si recibe ketamina o esketamina de alguien más.',
        ),
        cites: ['cohen-2018', 'asa-ketamine', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
      {
        text: said(
          'Your state may keep a record of controlled drugs that pharmacies give out. We look at yours before we start and as we go. It often does not show doses given inside a clinic. That is why we also ask you.',
          'Su estado puede llevar un registro de las sustancias controladas que entregan las farmacias. Revisamos el suyo antes de empezar y durante el tratamiento. Muchas veces no muestra las dosis que se dan dentro de una clínica. Por eso también le preguntamos a usted.',
        ),
        concerns: { region: ['US'] },
        cites: ['cdc-2022', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'take_home_rules_storage_return',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Doses at home', 'Dosis en casa'),
    paragraphs: [
      {
        text: said(
          'The FDA has warned about ketamine at home, since nobody there can watch your breathing and blood pressure as we do. Take a dose only as ordered, with an adult there. Keep doses in a locked box and count them. Never share, sell, crush, snort, or inject one. Tell us the same day if one is lost. Bring back what is left, or do as your pharmacy tells you. We may stop doses at home if they are not safe for you.',
          'La FDA ha advertido sobre la ketamina en casa, porque ahí nadie puede vigilar su respiración y su presión como lo hacemos nosotros. Tome una dosis solo como se indicó y con un adulto presente. Guarde las dosis en una caja con llave y cuéntelas. Nunca comparta, venda, triture, aspire ni se inyecte una dosis. Avísenos el mismo día si se pierde una. Devuelva lo que sobre, o haga lo que le indique su farmacia. Podemos suspender las dosis en casa si no son seguras para usted.',
        ),
        concerns: { takeHome: [true] },
        cites: ['fda-2023', 'asa-ketamine', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
    ],
    fields: [],
  },
  {
    id: 'suicide_safety_plan',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your safety plan', 'Su plan de seguridad'),
    paragraphs: [
      {
        text: said(
          'Thoughts of suicide can come or get worse during treatment, or when an effect fades. We make a safety plan with you and ask about such thoughts. The portal is not watched all night. If you have thoughts of suicide, {crisis}. If you are in danger, call {emergency}.',
          'Los pensamientos de suicidio pueden aparecer o empeorar durante el tratamiento, o cuando se pierde el efecto. Hacemos con usted un plan de seguridad y le preguntamos por esos pensamientos. Nadie vigila el portal toda la noche. Si tiene pensamientos de suicidio, puede {crisis}. Si está en peligro, llame al {emergency}.',
        ),
        cites: ['esketamine-label-us', '988-lifeline', 'judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [],
  },
]
